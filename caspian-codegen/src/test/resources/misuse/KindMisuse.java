package app;

import dev.caspian.example.*;
import dev.caspian.query.Aggregate;
import dev.caspian.query.Json;
import java.math.BigDecimal;
import java.util.List;

/** Mistakes with each kind of model, field and relation. Below each line stands what javac says of it. */
@SuppressWarnings("unused")
final class KindMisuse {

    private final PrismaClient prisma;

    KindMisuse(PrismaClient prisma) {
        this.prisma = prisma;
    }

    /** A projection. */
    record Card(String label, Long count) {}

    void aViewIsOnlyRead() {
        prisma.board().create(b -> b);
        // cannot find symbol
        // symbol: method create((b)->b)
        // location: class BoardClient
        prisma.board().update(Board.ID.eq(1), Board.LABEL.set("x"));
        // cannot find symbol
        // symbol: method update(Unique<Board>,FieldAssignment<Board>)
        // location: class BoardClient
        prisma.board().upsert(u -> u);
        // cannot find symbol
        // symbol: method upsert((u)->u)
        // location: class BoardClient
        prisma.board().delete(Board.ID.eq(1));
        // cannot find symbol
        // symbol: method delete(Unique<Board>)
        // location: class BoardClient
        prisma.board().deleteMany(Board.ID.gt(1));
        // cannot find symbol
        // symbol: method deleteMany(Condition<Board>)
        // location: class BoardClient
        prisma.shop().update(Shop.ID.eq(1), Shop.BOARD.update(Board.LABEL.set("x")));
        // cannot find symbol
        // symbol: method update(FieldAssignment<Board>)
        // location: variable BOARD of type ViewToOne<Shop,Board>
        prisma.shop().update(Shop.ID.eq(1), Shop.BOARD.connect(Board.ID.eq(1)));
        // cannot find symbol
        // symbol: method connect(Unique<Board>)
        // location: variable BOARD of type ViewToOne<Shop,Board>
        prisma.shop().update(Shop.ID.eq(1), Shop.BOARD.delete());
        // cannot find symbol
        // symbol: method delete()
        // location: variable BOARD of type ViewToOne<Shop,Board>
        prisma.owner().create(o -> o.id(1).name("x").board(b -> b));
        // cannot find symbol
        // symbol: method board((b)->b)
        // location: interface OwnerCreate
        prisma.tally().findUnique(Tally.LABEL.eq("x"));
        // incompatible types: Text<Tally> cannot be converted to Unique<Tally>
    }

    void aRecordCannotBeCreated() {
        prisma.place().create(p -> p.shopId(1));
        // cannot find symbol
        // symbol: method shopId(int)
        // location: variable p of type
        prisma.place().create(p -> p);
        // incompatible types: bad return type in lambda expression
        // NeedsLocation<NeedsShop<PlaceCreate>> cannot be converted to Creation<Place>
        prisma.shop().update(Shop.ID.eq(1), Shop.PLACES.create(p -> p));
        // incompatible types: bad return type in lambda expression
        // NeedsLocation<PlaceCreate> cannot be converted to Creation<Place>
    }

    void itIsNoUniqueKey() {
        prisma.item().findUnique(Item.NUMBER.eq(1L));
        // incompatible types: Condition<Item> cannot be converted to Unique<Item>
        prisma.item().findUnique(Item.SHOP_ID.eq(1).and(Item.NUMBER.eq(1L)));
        // incompatible types: Condition<Item> cannot be converted to Unique<Item>
        prisma.shop().findUnique(Shop.SLUG.eq("x"));
        // incompatible types: Text<Shop> cannot be converted to Unique<Shop>
        prisma.shop().findUnique(Shop.NAME.isNull());
        // incompatible types: Condition<Shop> cannot be converted to Unique<Shop>
        prisma.item().findMany(q -> q.cursor(Item.NUMBER.eq(1L)));
        // incompatible types: Condition<Item> cannot be converted to Unique<Item>
        prisma.shop().upsert(u -> u.where(Shop.STAFF.eq(1)));
        // incompatible types: Condition<Shop> cannot be converted to Unique<Shop>
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.connect(Item.LABEL.eq("x")));
        // reason: varargs mismatch; Text<Item> cannot be converted to Unique<Item>
        prisma.shop().findMany(q -> q.include(Shop.ITEMS.cursor(Item.LABEL.eq("x"))));
        // incompatible types: Text<Item> cannot be converted to Unique<Item>
    }

    void aCompoundKeyHasOtherParts() {
        prisma.item().findUnique(Item.shopIdNumber(1, "x"));
        // incompatible types: String cannot be converted to long
        prisma.item().findUnique(Item.shopIdNumber(1));
        // reason: actual and formal argument lists differ in length
        prisma.shop().findUnique(Item.shopIdNumber(1, 2));
        // incompatible types: Unique<Item> cannot be converted to Unique<Shop>
        prisma.shop().findUnique(Shop.NAME.eq(7));
        // no suitable method found for eq(int)
        // (argument mismatch; int cannot be converted to TypedField<Shop,String>)
        // (argument mismatch; int cannot be converted to String)
    }

    void itIsAnotherEnum() {
        prisma.shop().findMany(Shop.COLOR.eq(Size.SMALL));
        // no suitable method found for eq(Size)
        // (argument mismatch; Size cannot be converted to Color)
        // (argument mismatch; Size cannot be converted to TypedField<Shop,Color>)
        prisma.shop().findMany(Shop.COLOR.in(Size.SMALL));
        // no suitable method found for in(Size)
        // (argument mismatch; Size cannot be converted to Collection<? extends Color>)
        // (varargs mismatch; Size cannot be converted to Color)
        prisma.shop().findMany(Shop.COLOR.eq("RED"));
        // no suitable method found for eq(String)
        // (argument mismatch; String cannot be converted to Color)
        // (argument mismatch; String cannot be converted to TypedField<Shop,Color>)
        prisma.shop().findMany(Shop.COLOR.eq(Shop.SIZE));
        // no suitable method found for eq(EnumField<Shop,Size>)
        // (argument mismatch; EnumField<Shop,Size> cannot be converted to Color)
        // (argument mismatch; EnumField<Shop,Size> cannot be converted to TypedField<Shop,Color>)
        prisma.shop().update(Shop.ID.eq(1), Shop.COLOR.set(Size.SMALL));
        // incompatible types: Size cannot be converted to Color
        prisma.shop().findMany(Shop.COLOR.gt(Color.RED));
        // cannot find symbol
        // symbol: method gt(Color)
        // location: variable COLOR of type EnumField<Shop,Color>
    }

    void aListIsNoValue() {
        prisma.shop().findMany(Shop.TAGS.eq("x"));
        // no suitable method found for eq(String)
        // (argument mismatch; String cannot be converted to TypedField<Shop,List<String>>)
        // (argument mismatch; String cannot be converted to List<String>)
        prisma.shop().findMany(Shop.TAGS.contains("x"));
        // cannot find symbol
        // symbol: method contains(String)
        // location: variable TAGS of type ListField<Shop,String>
        prisma.shop().findMany(Shop.TAGS.has(1));
        // incompatible types: int cannot be converted to String
        prisma.shop().findMany(Shop.SIZES.hasSome(List.of(Color.RED)));
        // incompatible types: inference variable E has incompatible bounds
        prisma.shop().findMany(Shop.NAME.has("x"));
        // cannot find symbol
        // symbol: method has(String)
        // location: variable NAME of type UniqueStringField<Shop>
        prisma.shop().findMany(Shop.NAME.isEmpty());
        // cannot find symbol
        // symbol: method isEmpty()
        // location: variable NAME of type UniqueStringField<Shop>
        prisma.shop().update(Shop.ID.eq(1), Shop.TAGS.push(1));
        // reason: varargs mismatch; int cannot be converted to String
        prisma.shop().update(Shop.ID.eq(1), Shop.NAME.push("x"));
        // cannot find symbol
        // symbol: method push(String)
        // location: variable NAME of type UniqueStringField<Shop>
        prisma.shop().update(Shop.ID.eq(1), Shop.TAGS.set("x"));
        // incompatible types: String cannot be converted to List<String>
        prisma.shop().findMany(Shop.TAGS.gt(List.of("x")));
        // cannot find symbol
        // symbol: method gt(List<String>)
        // location: variable TAGS of type ListField<Shop,String>
    }

    void aFieldHasNoSuchOperation() {
        prisma.shop().findMany(Shop.NAME.path("a").eq("x"));
        // cannot find symbol
        // symbol: method path(String)
        // location: variable NAME of type UniqueStringField<Shop>
        prisma.shop().findMany(Shop.DATA.contains("x"));
        // cannot find symbol
        // symbol: method contains(String)
        // location: variable DATA of type JsonField<Shop>
        prisma.shop().findMany(Shop.DATA.path("a").gt("x"));
        // incompatible types: String cannot be converted to Number
        prisma.shop().findMany(Shop.DATA.lt(Json.of("1")));
        // cannot find symbol
        // symbol: method lt(Json)
        // location: variable DATA of type JsonField<Shop>
        prisma.shop().findMany(Shop.LOGO.gt(new byte[0]));
        // cannot find symbol
        // symbol: method gt(byte[])
        // location: variable LOGO of type TypedField<Shop,byte[]>
        prisma.shop().findMany(Shop.OPEN.between(true, false));
        // cannot find symbol
        // symbol: method between(boolean,boolean)
        // location: variable OPEN of type TypedField<Shop,Boolean>
        prisma.shop().findMany(Shop.STAFF.startsWith("x"));
        // cannot find symbol
        // symbol: method startsWith(String)
        // location: variable STAFF of type IntField<Shop>
        prisma.shop().findMany(Shop.SINCE.gt("2024-01-01"));
        // no suitable method found for gt(String)
        // (argument mismatch; String cannot be converted to Instant)
        // (argument mismatch; String cannot be converted to TypedField<Shop,Instant>)
        prisma.shop().findMany(Shop.STAFF.insensitive());
        // cannot find symbol
        // symbol: method insensitive()
        // location: variable STAFF of type IntField<Shop>
        prisma.shop().update(Shop.ID.eq(1), Shop.SINCE.increment(1));
        // cannot find symbol
        // symbol: method increment(int)
        // location: variable SINCE of type OrderedField<Shop,Instant>
        prisma.shop().update(Shop.ID.eq(1), Shop.OPEN.multiply(2));
        // cannot find symbol
        // symbol: method multiply(int)
        // location: variable OPEN of type TypedField<Shop,Boolean>
        prisma.shop().update(Shop.ID.eq(1), Shop.STAFF.increment(1.5));
        // incompatible types: double cannot be converted to Integer
    }

    void fieldsAreComparedThatDoNotFit() {
        prisma.shop().findMany(Shop.STAFF.gt(Item.STAFF));
        // no suitable method found for gt(IntField<Item>)
        // (argument mismatch; IntField<Item> cannot be converted to Integer)
        // (argument mismatch; IntField<Item> cannot be converted to TypedField<Shop,Integer>)
        prisma.shop().findMany(Shop.STAFF.gt(Shop.TOTAL));
        // no suitable method found for gt(BigIntField<Shop>)
        // (argument mismatch; BigIntField<Shop> cannot be converted to Integer)
        // (argument mismatch; BigIntField<Shop> cannot be converted to TypedField<Shop,Integer>)
        prisma.shop().findMany(Shop.STAFF.eq(Shop.NAME));
        // no suitable method found for eq(UniqueStringField<Shop>)
        // (argument mismatch; UniqueStringField<Shop> cannot be converted to Integer)
        // (argument mismatch; UniqueStringField<Shop> cannot be converted to TypedField<Shop,Integer>)
        prisma.shop().findMany(Shop.SINCE.lt(Item.SINCE));
        // no suitable method found for lt(OrderedField<Item,Instant>)
        // (argument mismatch; OrderedField<Item,Instant> cannot be converted to Instant)
        // (argument mismatch; OrderedField<Item,Instant> cannot be converted to TypedField<Shop,Instant>)
    }

    void theRelationCannotDoThat() {
        prisma.shop().update(Shop.ID.eq(1), Shop.LICENSE.disconnect());
        // cannot find symbol
        // symbol: method disconnect()
        // location: variable LICENSE of type OptionalToOne<Shop,License,
        prisma.shop().update(Shop.ID.eq(1), Shop.OWNER.createMany(m -> m));
        // cannot find symbol
        // symbol: method createMany((m)->m)
        // location: variable OWNER of type DetachableToOne<Shop,Owner,
        prisma.shop().update(Shop.ID.eq(1), Shop.OWNER.set(Owner.ID.eq(1)));
        // cannot find symbol
        // symbol: method set(Unique<Owner>)
        // location: variable OWNER of type DetachableToOne<Shop,Owner,
        prisma.license().update(License.NUMBER.eq("1"), License.SHOP.delete());
        // cannot find symbol
        // symbol: method delete()
        // location: variable SHOP of type ToOne<License,Shop,
        prisma.license().update(License.NUMBER.eq("1"), License.SHOP.disconnect());
        // cannot find symbol
        // symbol: method disconnect()
        // location: variable SHOP of type ToOne<License,Shop,
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.set(Item.shopIdNumber(1, 2)));
        // cannot find symbol
        // symbol: method set(Unique<Item>)
        // location: variable ITEMS of type ToMany<Shop,Item,
        prisma.shop().update(Shop.ID.eq(1), Shop.PARTNERS.upsert(Shop.ID.eq(2), s -> s));
        // incompatible types: bad return type in lambda expression
        // cannot be converted to Creation<Shop>
        prisma.license().findMany(License.SHOP.isNull());
        // cannot find symbol
        // symbol: method isNull()
        // location: variable SHOP of type ToOne<License,Shop,
        prisma.shop().findMany(Shop.OWNER.every(Owner.NAME.eq("x")));
        // cannot find symbol
        // symbol: method every(Text<Owner>)
        // location: variable OWNER of type DetachableToOne<Shop,Owner,
        prisma.shop().findMany(Shop.PARTNERS.isNot(Shop.NAME.eq("x")));
        // cannot find symbol
        // symbol: method isNot(UniqueText<Shop>)
        // location: variable PARTNERS of type DetachableToMany<Shop,Shop,
        prisma.shop().findMany(q -> q.orderBy(Shop.ITEMS.orderBy(Item.LABEL.asc())));
        // reason: varargs mismatch; IncludedToMany<Shop,Item> cannot be converted to Order<Shop>
        prisma.shop().findMany(q -> q.orderBy(Shop.OWNER.count().asc()));
        // cannot find symbol
        // symbol: method count()
        // location: variable OWNER of type DetachableToOne<Shop,Owner,
        prisma.shop().findMany(q -> q.include(Shop.OWNER.take(1)));
        // cannot find symbol
        // symbol: method take(int)
        // location: variable OWNER of type DetachableToOne<Shop,Owner,
        prisma.license().findMany(q -> q.include(License.SHOP.where(Shop.ID.eq(1))));
        // cannot find symbol
        // symbol: method where(Unique<Shop>)
        // location: variable SHOP of type ToOne<License,Shop,
        prisma.license().create(l -> l.number("1").shop(s -> s.create(c -> c.id(1)).disconnect()));
        // incompatible types: bad return type in lambda expression
        // cannot be converted to Creation<Shop>
    }

    void itIsOfAnotherModel() {
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.connect(Owner.ID.eq(1)));
        // reason: varargs mismatch; Unique<Owner> cannot be converted to Unique<Item>
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.update(Item.shopIdNumber(1, 2), Shop.NAME.set("x")));
        // reason: varargs mismatch; FieldAssignment<Shop> cannot be converted to Assignment<Item>
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.updateMany(Shop.NAME.eq("x"), Item.LABEL.set("x")));
        // incompatible types: UniqueText<Shop> cannot be converted to Condition<Item>
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.deleteMany(Owner.NAME.eq("x")));
        // Text<Owner> cannot be converted to Condition<Item>
        prisma.shop().update(Shop.ID.eq(1), Shop.OWNER.update(Shop.NAME.set("x")));
        // no suitable method found for update(FieldAssignment<Shop>)
        // (varargs mismatch; FieldAssignment<Shop> cannot be converted to Assignment<Owner>)
        prisma.shop().update(Shop.ID.eq(1), Shop.ITEMS.connectOrCreate(Item.shopIdNumber(1, 2), c -> c.name("x")));
        // cannot find symbol
        // symbol: method name(String)
        // location: variable c of type
        prisma.shop().findMany(Shop.OWNER.is(Item.LABEL.eq("x")));
        // reason: varargs mismatch; Text<Item> cannot be converted to Condition<Owner>
        prisma.shop().findMany(Shop.ITEMS.some(Shop.PARTNERS.some()));
        // reason: varargs mismatch; Condition<Shop> cannot be converted to Condition<Item>
        prisma.shop().findMany(q -> q.omit(Item.LABEL));
        // reason: varargs mismatch; StringField<Item> cannot be converted to TypedField<Shop,?>
        prisma.shop().findMany(q -> q.distinct(Item.LABEL));
        // reason: varargs mismatch; StringField<Item> cannot be converted to TypedField<Shop,?>
        prisma.shop().findMany(q -> q.include(Shop.ITEMS.include(Shop.OWNER)));
        // reason: varargs mismatch; DetachableToOne<Shop,Owner,
        prisma.shop().findMany(q -> q.include(Shop.ITEMS.where(Shop.NAME.eq("x")).count()));
        // reason: varargs mismatch; UniqueText<Shop> cannot be converted to Condition<Item>
        prisma.shop().count(Item.LABEL.eq("x"));
        // no suitable method found for count(Text<Item>)
        // (varargs mismatch; Text<Item> cannot be converted to Condition<Shop>)
        // (argument mismatch; Text<Item> cannot be converted to UnaryOperator<FindMany<Shop>>)
        prisma.shop().exists(Item.LABEL.eq("x"));
        // reason: varargs mismatch; Text<Item> cannot be converted to Condition<Shop>
    }

    void aggregatesDoNotFit() {
        prisma.shop().groupBy(g -> g.by(Item.LABEL));
        // reason: varargs mismatch; StringField<Item> cannot be converted to TypedField<Shop,?>
        prisma.shop().groupBy(g -> g.by(Shop.COLOR).select(Item.STAFF.sum()));
        // reason: varargs mismatch; NumberAggregate<Item,Long> cannot be converted to Aggregate<Shop,?>
        prisma.shop().groupBy(g -> g.by(Shop.COLOR).having(Item.STAFF.sum().gt(1)));
        // reason: varargs mismatch; Having<Item> cannot be converted to Having<Shop>
        prisma.shop().groupBy(g -> g.by(Shop.COLOR).having(Shop.STAFF.gt(1)));
        // reason: varargs mismatch; Condition<Shop> cannot be converted to Having<Shop>
        prisma.shop().groupBy(g -> g.by(Shop.COLOR).orderBy(Item.STAFF.sum().desc()));
        // reason: varargs mismatch; GroupOrder<Item> cannot be converted to GroupOrder<Shop>
        prisma.shop().groupBy(g -> g.by(Shop.COLOR).orderBy(Shop.OWNER.orderBy(Owner.NAME.asc())));
        // reason: varargs mismatch; Order<Shop> cannot be converted to GroupOrder<Shop>
        prisma.shop().groupBy(g -> g.by(Shop.OWNER));
        // reason: varargs mismatch; DetachableToOne<Shop,Owner,
        prisma.shop().aggregate(a -> a.select(Shop.NAME.avg()));
        // cannot find symbol
        // symbol: method avg()
        // location: variable NAME of type UniqueStringField<Shop>
        prisma.shop().aggregate(a -> a.select(Shop.DATA.min()));
        // cannot find symbol
        // symbol: method min()
        // location: variable DATA of type JsonField<Shop>
        BigDecimal sum = prisma.shop().aggregate(a -> a.select(Shop.STAFF.sum())).get(Shop.STAFF.sum());
        // incompatible types: inference variable T has incompatible bounds
        // equality constraints: Long
        Color color = prisma.shop().groupBy(g -> g.by(Shop.SIZE)).get(0).get(Shop.SIZE);
        // incompatible types: inference variable T has incompatible bounds
        // equality constraints: Size
    }

    void aProjectionDoesNotFit() {
        List<Card> number = prisma.board().findMany(q -> q, Board.ID, Board.LABEL, Card::new);
        // (inference variable A has incompatible bounds
        // equality constraints: Integer
        List<Card> model = prisma.board().findMany(q -> q, Board.LABEL, Shop.ITEMS.count(), Card::new);
        // (argument mismatch; RelationCount<Shop> cannot be converted to Projection<Board,B>))
        List<Card> many = prisma.shop().findMany(q -> q, Shop.ITEMS.get(Item.LABEL), Shop.ITEMS.count(), Card::new);
        // cannot find symbol
        // symbol: method get(StringField<Item>)
        // location: variable ITEMS of type ToMany<Shop,Item,
        List<String> one = prisma.shop().findMany(q -> q, Shop.STAFF, Shop.GUESTS, Card::new);
        // (inference variable A has incompatible bounds
        // equality constraints: Integer
    }
}
