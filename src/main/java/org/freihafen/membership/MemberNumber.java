package org.freihafen.membership;

/** The number under which the member register knows somebody; letters and digits as they came. */
public record MemberNumber(String value) implements Comparable<MemberNumber> {
    public MemberNumber {
        value = value.strip();
        if (value.isEmpty() || value.length() > 40) {
            throw new IllegalArgumentException("a member number has 1 to 40 characters");
        }
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
