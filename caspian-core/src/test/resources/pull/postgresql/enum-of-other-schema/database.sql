CREATE SCHEMA auth;
CREATE TYPE auth.role AS ENUM ('admin', 'user');
CREATE TABLE public.profiles (id INT PRIMARY KEY, role auth.role DEFAULT 'user', roles auth.role[]);
