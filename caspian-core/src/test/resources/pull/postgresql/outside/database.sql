CREATE SCHEMA auth;
CREATE TABLE auth.users (id UUID PRIMARY KEY);
CREATE TYPE auth.role AS ENUM ('admin', 'user');
CREATE TABLE public.profiles (id INT PRIMARY KEY, user_id UUID REFERENCES auth.users (id), role auth.role);
