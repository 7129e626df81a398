package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;

/** The elements from the outermost to the present one, by their local names. */
final class ElementPath {

    private final List<String> names = new ArrayList<>();

    void enter(String name) {
        names.add(name);
    }

    void leave() {
        names.remove(names.size() - 1);
    }

    void clear() {
        names.clear();
    }

    int depth() {
        return names.size();
    }

    /** Returns the name of the present element. */
    String name() {
        return above(0);
    }

    /** Returns the name of an element above the present one, 1 for its parent; empty above the outermost. */
    String above(int steps) {
        int index = names.size() - 1 - steps;
        return index < 0 ? "" : names.get(index);
    }

    /** Returns the name of the element at a depth, 1 for the outermost; empty below the present one. */
    String at(int depth) {
        return depth > names.size() ? "" : names.get(depth - 1);
    }

    /** Returns whether the present element and those above it have these names, the outermost first. */
    boolean endsWith(String... last) {
        for (int i = 0; i < last.length; i++) {
            if (!above(last.length - 1 - i).equals(last[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the names below the outermost element, joined by a slash. */
    String below() {
        return String.join("/", names.subList(Math.min(1, names.size()), names.size()));
    }
}
