package demo.user;

import demo.generated.User;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users over HTTP. */
@RestController
@RequestMapping("/api/users")
class UserController {

    record NewUser(
            @NotBlank @Email @Size(max = 200) String email,
            @Size(max = 100) @Nullable String name,
            @Size(min = 1, max = 50) @Nullable String role) {}

    record NewName(@Size(max = 100) @Nullable String name) {}

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @GetMapping
    List<User> find() {
        return users.find();
    }

    @GetMapping("/search")
    List<UserService.Match> search(@RequestParam @NotBlank String domain) {
        return users.withAddressAt(domain);
    }

    @GetMapping("/{id}")
    User get(@PathVariable String id) {
        return users.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    User create(@RequestBody @Valid NewUser user) {
        return users.create(user.email(), user.name(), user.role());
    }

    @PutMapping("/{id}/name")
    User rename(@PathVariable String id, @RequestBody @Valid NewName name) {
        return users.rename(id, name.name());
    }

    @PostMapping("/{id}/logins")
    User login(@PathVariable String id) {
        return users.login(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        users.delete(id);
    }
}
