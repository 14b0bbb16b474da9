package org.chatnotes;

public final class Chatnotes {
    private Chatnotes() {}

    public static void main(String[] args) {
        System.out.println("chatnotes");
    }
}
