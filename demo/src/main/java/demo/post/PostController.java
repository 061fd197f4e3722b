package demo.post;

import demo.generated.Post;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts over HTTP. The records of the client are sent as they are: what was loaded, and nothing else. */
@RestController
@RequestMapping("/api/posts")
class PostController {

    /** A draft unless it says otherwise. */
    record NewPost(
            @NotBlank @Size(max = 200) String title,
            @NotBlank String authorId,
            @Nullable Boolean published) {}

    /** What is absent stays as it is. */
    record Changes(
            @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable String title,

            @Nullable Boolean published) {}

    private final PostService posts;

    PostController(PostService posts) {
        this.posts = posts;
    }

    @GetMapping
    List<Post> find(
            @RequestParam @Nullable Boolean published,
            @RequestParam @Nullable String search,
            @RequestParam(defaultValue = "0") @Min(0) @Max(10_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return posts.find(published, search, page, size);
    }

    @GetMapping("/{id}")
    Post get(@PathVariable String id) {
        return posts.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Post create(@RequestBody @Valid NewPost post) {
        return posts.create(post.title().strip(), post.authorId(), Boolean.TRUE.equals(post.published()));
    }

    @PatchMapping("/{id}")
    Post change(@PathVariable String id, @RequestBody @Valid Changes changes) {
        return posts.change(id, changes.title(), changes.published());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        posts.delete(id);
    }
}
