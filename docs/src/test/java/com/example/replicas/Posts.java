package com.example.replicas;

import com.example.replicas.prisma.Post;
import com.example.replicas.prisma.PrismaClient;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Posts {

    private final PrismaClient prisma;

    Posts(PrismaClient prisma) {
        this.prisma = prisma;
    }

    @Transactional(readOnly = true)
    public List<Post> newest() {
        return prisma.post().findMany(q -> q.orderBy(Post.ID.desc()).take(10));
    }

    @Transactional(readOnly = true)
    public void read(Runnable work) {
        work.run();
    }
}
