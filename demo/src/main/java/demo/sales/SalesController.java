package demo.sales;

import demo.generated.PrismaClient;
import demo.generated.Sales;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sales and their statistics over HTTP; the database does the sums. */
@RestController
@RequestMapping("/api/sales")
class SalesController {

    record NewSale(
            @NotBlank @Size(max = 50) String region,

            @NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal amount,

            @DecimalMin("0") @DecimalMax("5") @Nullable Double rating,

            @NotBlank @Pattern(regexp = "open|completed", message = "must be open or completed") String status) {}

    /** Total and rating are null where there is nothing to calculate with. */
    record Statistics(
            long count,
            @Nullable BigDecimal total,
            @Nullable Double averageRating,
            List<Region> regions) {}

    record Region(String region, @Nullable BigDecimal total) {}

    private final PrismaClient prisma;

    SalesController(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @GetMapping
    List<Sales> find() {
        return prisma.sales().findMany(query -> query.orderBy(Sales.SOLD_AT.desc(), Sales.ID.desc()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Sales create(@RequestBody @Valid NewSale sale) {
        return prisma.sales()
                .create(s -> s.region(sale.region())
                        .amount(sale.amount())
                        .status(sale.status())
                        .rating(sale.rating()));
    }

    /** Two queries of one moment: the transaction sees the same data in both. */
    @GetMapping("/statistics")
    @Transactional(readOnly = true)
    Statistics statistics(@RequestParam @Nullable String status) {
        Condition<Sales> counted = Condition.ifPresent(status, Sales.STATUS::eq);
        var count = Aggregate.<Sales>count();
        var total = Sales.AMOUNT.sum();
        var rating = Sales.RATING.avg();
        var all = prisma.sales()
                .aggregate(
                        aggregation -> aggregation.select(count, total, rating).where(counted));
        List<Region> regions = prisma
                .sales()
                .groupBy(group ->
                        group.by(Sales.REGION).select(total).where(counted).orderBy(total.desc()))
                .stream()
                .map(group -> new Region(group.get(Sales.REGION), group.get(total)))
                .toList();
        Long number = all.get(count);
        return new Statistics(number == null ? 0 : number, all.get(total), all.get(rating), regions);
    }
}
