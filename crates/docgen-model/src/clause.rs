//! Clauses of GB/T 9704-2012.

use std::fmt;
use std::str::FromStr;

/// A clause number such as 7.3.5.1, ordered as in the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clause([u8; 4]);

impl Clause {
    /// Clause `parts`, unused places zero: 7.2.5 is `[7, 2, 5, 0]`.
    pub const fn new(parts: [u8; 4]) -> Self {
        Self(parts)
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0[0])?;
        self.0[1..].iter().take_while(|&&n| n > 0).try_for_each(|n| write!(f, ".{n}"))
    }
}

impl FromStr for Clause {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("not a clause number: {text}");
        let mut parts = [0; 4];
        let mut numbers = text.split('.');
        for (part, number) in parts.iter_mut().zip(numbers.by_ref()) {
            *part = number.parse().map_err(|_| bad())?;
        }
        if numbers.next().is_some() || parts[0] == 0 {
            return Err(bad());
        }
        Ok(Self(parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_itself() {
        let clause: Clause = "7.3.5.1".parse().unwrap();
        assert_eq!(clause, Clause::new([7, 3, 5, 1]));
        assert_eq!(clause.to_string(), "7.3.5.1");
        assert_eq!(Clause::new([9, 0, 0, 0]).to_string(), "9");
        assert!("7.3.5.1.2".parse::<Clause>().is_err());
        assert!("七".parse::<Clause>().is_err());
    }
}
