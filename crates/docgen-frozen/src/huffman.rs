//! The best lengths of a prefix code, none longer than a limit: package-merge.

/// A length for each symbol that occurs; 0 for all others. A symbol alone gets one bit.
pub(crate) fn lengths(frequencies: &[u32], limit: u8) -> Vec<u8> {
    let mut lengths = vec![0; frequencies.len()];
    let mut symbols: Vec<(u64, Vec<usize>)> = frequencies
        .iter()
        .enumerate()
        .filter(|(_, frequency)| **frequency > 0)
        .map(|(symbol, frequency)| (u64::from(*frequency), vec![symbol]))
        .collect();
    if let [(_, symbol)] = &symbols[..] {
        lengths[symbol[0]] = 1;
        return lengths;
    }
    symbols.sort();
    let mut row = symbols.clone();
    for _ in 1..limit {
        row = row.chunks_exact(2).map(|pair| package(&pair[0], &pair[1])).collect();
        row.extend(symbols.iter().cloned());
        row.sort_by_key(|(weight, _)| *weight);
    }
    let chosen = (2 * symbols.len()).saturating_sub(2);
    for symbol in row.iter().take(chosen).flat_map(|(_, symbols)| symbols) {
        lengths[*symbol] += 1;
    }
    lengths
}

fn package(a: &(u64, Vec<usize>), b: &(u64, Vec<usize>)) -> (u64, Vec<usize>) {
    (a.0 + b.0, a.1.iter().chain(&b.1).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_symbols_are_short_and_none_is_too_long() {
        assert_eq!(lengths(&[8, 4, 0, 2, 1, 1], 15), [1, 2, 0, 3, 4, 4]);
        assert_eq!(lengths(&[8, 4, 0, 2, 1, 1], 3), [1, 3, 0, 3, 3, 3]);
        assert_eq!(lengths(&[0, 7], 15), [0, 1]);
        assert_eq!(lengths(&[0, 0], 15), [0, 0]);
    }

    #[test]
    fn every_code_is_complete() {
        let fibonacci: Vec<u32> = (0..30)
            .scan((1, 1), |(a, b), _| {
                (*a, *b) = (*b, *a + *b);
                Some(*a)
            })
            .collect();
        for limit in [5, 7, 15] {
            let lengths = lengths(&fibonacci, limit);
            let sum: u32 = lengths.iter().map(|length| 1 << (limit - length)).sum();
            assert_eq!(sum, 1 << limit);
        }
    }
}
