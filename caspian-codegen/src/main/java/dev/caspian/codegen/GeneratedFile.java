package dev.caspian.codegen;

/**
 * A file that was generated.
 *
 * @param path where it belongs below the folder for its kind, with slashes
 * @param content its whole text
 */
public record GeneratedFile(String path, String content) {}
