package org.freihafen.membership;

/** The number under which the member register knows somebody; letters and digits as they came. */
public record MemberNumber(String value) implements Comparable<MemberNumber> {
    private static final int LONGEST = 40;

    public MemberNumber {
        value = value.strip();
        if (!allowed(value)) {
            throw new IllegalArgumentException("a member number has 1 to 40 characters");
        }
    }

    public static boolean allowed(String text) {
        String value = text.strip();
        return !value.isEmpty() && value.length() <= LONGEST;
    }

    @Override
    public int compareTo(MemberNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
