CREATE SCHEMA auth;
CREATE SCHEMA other;
CREATE TYPE auth.role AS ENUM ('admin', 'user');
CREATE TYPE public.role AS ENUM ('one', 'two');
CREATE TABLE auth.users (id UUID PRIMARY KEY, role auth.role NOT NULL DEFAULT 'user');
CREATE TABLE public.users (id INT PRIMARY KEY, auth_id UUID NOT NULL UNIQUE REFERENCES auth.users (id), role public.role);
CREATE TABLE public.posts (id INT PRIMARY KEY, user_id INT REFERENCES public.users (id) ON DELETE CASCADE);
CREATE TABLE other.hidden (id INT PRIMARY KEY);
CREATE TABLE auth.sessions (id INT PRIMARY KEY, user_id UUID REFERENCES auth.users (id), hidden_id INT);
