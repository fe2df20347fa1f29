"""What is worked out from the records: pure functions over values and sums. Knows the domain only."""
