package com.example.shop;

import com.example.shop.prisma.Post;
import com.example.shop.prisma.PrismaClient;
import com.example.shop.prisma.User;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }

    @Bean
    ApplicationRunner firstQueries(PrismaClient prisma) {
        return arguments -> {
            prisma.user()
                    .upsert(u -> u.where(User.EMAIL.eq("alice@example.com"))
                            .create(c -> c.email("alice@example.com")
                                    .name("Alice")
                                    .posts(posts -> posts.create(
                                                    p -> p.title("Hello").published(true))
                                            .create(p -> p.title("A draft"))))
                            .update(User.NAME.set("Alice")));

            List<Post> posts = prisma.post()
                    .findMany(q -> q.where(Post.PUBLISHED.eq(true))
                            .orderBy(Post.TITLE.asc())
                            .include(Post.AUTHOR));
            for (Post post : posts) {
                System.out.println(post.title() + ", by " + post.author().name());
            }
        };
    }
}
