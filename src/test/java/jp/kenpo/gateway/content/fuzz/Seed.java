package jp.kenpo.gateway.content.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A right file that is damaged in many ways.
 *
 * @param layout id of the layout that reads it
 * @param persons values of people in it, which nobody may repeat
 */
record Seed(String layout, byte[] bytes, List<String> persons) {

    private record Part(String name, byte[] bytes) {}

    @Override
    public String toString() {
        return layout + ", " + bytes.length + " bytes";
    }

    /** Returns the file damaged from outside. */
    byte[] damaged(List<Mutation> mutations) {
        return damaged(bytes, mutations);
    }

    boolean isZip() {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** Returns a zip in which one part is damaged and the archive is whole. */
    byte[] damagedInside(List<Mutation> mutations, int which) {
        List<Part> parts = parts();
        int damaged = Math.floorMod(which, parts.size());
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.size(); i++) {
                zip.putNextEntry(new ZipEntry(parts.get(i).name()));
                zip.write(
                        i == damaged
                                ? damaged(parts.get(i).bytes(), mutations)
                                : parts.get(i).bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] bytes, List<Mutation> mutations) {
        byte[] damaged = bytes;
        for (Mutation mutation : mutations) {
            damaged = mutation.of(damaged);
        }
        return damaged;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(new Part(entry.getName(), zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
