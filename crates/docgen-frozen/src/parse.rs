//! Bytes as literals and repetitions, with the fewest bits that a given code allows.

use std::collections::HashMap;

use crate::code::{Code, END, Symbol, distance_class, length_class};

/// A step of a parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The next byte itself.
    Literal,
    /// So many bytes, as they stood so far before.
    Repeat {
        /// From 3 to 258.
        length: u16,
        /// From 1, and not beyond the first byte.
        distance: u16,
    },
}

impl Step {
    /// How many bytes it takes.
    pub(crate) fn length(self) -> usize {
        match self {
            Self::Literal => 1,
            Self::Repeat { length, .. } => usize::from(length),
        }
    }
}

/// What the symbols of a code cost, in bits.
pub(crate) struct Costs {
    literals: Vec<u32>,
    lengths: Vec<u32>,
    distances: Vec<u32>,
}

impl Costs {
    /// Those of a code. What has none costs more than any other way.
    pub(crate) fn new(code: &Code) -> Self {
        const NONE: u32 = 1 << 10;
        let bits = |length: u8| if length == 0 { NONE } else { u32::from(length) };
        let of = |symbols: &[Symbol]| -> Vec<u32> {
            symbols.iter().map(|symbol| bits(symbol.length)).collect()
        };
        Self {
            literals: of(&code.literals[..END]),
            lengths: of(&code.literals[END + 1..]),
            distances: of(&code.distances),
        }
    }

    fn length(&self, length: u16) -> u32 {
        let (class, extra, _) = length_class(length);
        self.lengths[class] + u32::from(extra)
    }

    fn distance(&self, distance: u16) -> u32 {
        let (class, extra, _) = distance_class(distance);
        self.distances[class] + u32::from(extra)
    }
}

/// The cheapest steps.
pub(crate) fn cheapest(bytes: &[u8], costs: &Costs) -> Vec<Step> {
    // What it costs to come to each byte, and by which step.
    let mut ways = vec![(u32::MAX, Step::Literal); bytes.len() + 1];
    ways[0].0 = 0;
    let mut seen: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for at in 0..bytes.len() {
        let here = ways[at].0;
        let mut offer = |step: Step, cost: u32| {
            let way = &mut ways[at + step.length()];
            if here + cost < way.0 {
                *way = (here + cost, step);
            }
        };
        offer(Step::Literal, costs.literals[usize::from(bytes[at])]);
        let Some(start) = bytes.get(at..at + 3) else { continue };
        let before = seen.entry(start).or_default();
        let mut longest = 2;
        for &earlier in before.iter().rev() {
            let Ok(distance) = u16::try_from(at - earlier) else { break };
            let same = common(&bytes[earlier..], &bytes[at..]);
            let cost = costs.distance(distance);
            // What a nearer one gives as well is cheaper there.
            for length in longest + 1..=same {
                offer(Step::Repeat { length, distance }, cost + costs.length(length));
            }
            longest = longest.max(same);
        }
        before.push(at);
    }
    steps_back(&ways)
}

/// How many bytes are equal, at most as many as a step takes.
fn common(earlier: &[u8], here: &[u8]) -> u16 {
    earlier.iter().zip(here).take(258).take_while(|(a, b)| a == b).count() as u16
}

/// The steps that led to the end.
fn steps_back(ways: &[(u32, Step)]) -> Vec<Step> {
    let (mut steps, mut at) = (vec![], ways.len() - 1);
    while at > 0 {
        let step = ways[at].1;
        steps.push(step);
        at -= step.length();
    }
    steps.reverse();
    steps
}
