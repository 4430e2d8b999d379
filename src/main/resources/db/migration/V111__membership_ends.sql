-- Who moved away lately is asked whenever groups are made.

create index membership_until on membership (until);
