//! The places of seals (7.3.5.1): as far apart as neither they nor the names below them meet.
//!
//! A seal is centred on its organ's name. Each row takes as many names as it has room for. The
//! last name of all rows stands above the date, four 字 from the right edge; the others stand to
//! its left in equal steps, below those of the row above, where there is room; else each as near
//! to the next as it may. Where a row would leave the type area, the date gives way to the right,
//! as little as it can.

use docgen_model::Abs;

use crate::Profile;

/// What names and seals have room in: a type area of `width`.
#[derive(Debug, Clone, Copy)]
pub struct SealRoom<'a> {
    /// How wide the date is.
    pub date: Abs,
    /// How wide the widest seal is.
    pub seal: Abs,
    /// How wide one 字 is.
    pub cell: Abs,
    /// From the left edge of the type area to the right.
    pub width: Abs,
    /// Whose distances hold.
    pub profile: &'a Profile,
}

/// Where the last name of a row may be centred: from here to there.
type Reach = (Abs, Abs);

impl SealRoom<'_> {
    /// How many names stand in each row, for names of these widths: as many as fit, the first
    /// rows first.
    pub fn rows(&self, names: &[Abs]) -> Vec<usize> {
        let (mut rows, mut rest) = (vec![], names);
        while !rest.is_empty() {
            let most = self.profile.signature.seals_per_row.clamp(1, rest.len());
            let fits = |count: &usize| {
                let (low, high) = self.reach(&rest[..*count], Abs::ZERO);
                low <= high
            };
            let count = (1..=most).rev().find(fits).unwrap_or(1);
            rows.push(count);
            rest = &rest[count..];
        }
        rows
    }

    /// Where the names are centred, from the left edge, so many in each row. Names that have no
    /// room stand where they are nearest to it.
    pub fn centers(&self, names: &[Abs], rows: &[usize]) -> Vec<Abs> {
        let mut rest = names;
        let rows: Vec<&[Abs]> = rows
            .iter()
            .map(|&count| {
                let (row, next) = rest.split_at(count.min(rest.len()));
                rest = next;
                row
            })
            .collect();
        let steps = self.steps(&rows);
        let reaches: Vec<Reach> =
            rows.iter().zip(&steps).map(|(row, step)| self.reach(row, *step)).collect();
        let all = reaches.iter().copied().reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
        let all = all.filter(|(low, high)| low <= high);
        let mut centers = vec![];
        for ((row, step), own) in rows.iter().zip(steps).zip(reaches) {
            let (low, high) = all.unwrap_or(own);
            let last = self.wanted().max(low).min(high);
            centers
                .extend(self.before(row, step).into_iter().map(|before| last - before));
        }
        centers
    }

    /// From one name to the next in each row at least: the widest step that any row needs and
    /// this one has room for, so that names stand below names.
    fn steps(&self, rows: &[&[Abs]]) -> Vec<Abs> {
        let most = rows.iter().map(|row| row.len() as i64).max().unwrap_or(1);
        let even = (self.wanted() * 2 - self.width) / (most - 1).max(1);
        let widest = rows.iter().filter_map(|row| {
            row.windows(2).map(|two| self.apart(two[0], two[1])).reduce(Abs::max)
        });
        let mut steps: Vec<Abs> = widest.chain([even]).collect();
        steps.sort_unstable_by(|a, b| b.cmp(a));
        let step = |row: &&[Abs]| {
            let fits = |step: &Abs| {
                let (low, high) = self.reach(row, *step);
                low <= high
            };
            steps.iter().copied().find(fits).unwrap_or_default()
        };
        rows.iter().map(step).collect()
    }

    /// How far apart two names stand at least, so that neither they nor their seals meet.
    fn apart(&self, name: Abs, next: Abs) -> Abs {
        let spec = &self.profile.signature;
        let names = (name + next) / 2 + spec.names_apart.chars(self.cell);
        names.max(self.seal + spec.seals_apart)
    }

    /// How far each name of a row stands before the last.
    fn before(&self, row: &[Abs], step: Abs) -> Vec<Abs> {
        let mut before = vec![Abs::ZERO];
        for two in row.windows(2).rev() {
            let last = before.last().copied().unwrap_or_default();
            before.push(last + self.apart(two[0], two[1]).max(step));
        }
        before.truncate(row.len());
        before.reverse();
        before
    }

    /// Where the last name of a row may stand, so that all of it and the date keep between the
    /// edges.
    fn reach(&self, row: &[Abs], step: Abs) -> Reach {
        let halves = row.iter().map(|name| (*name).max(self.seal) / 2);
        halves.zip(self.before(row, step)).fold(
            (self.date / 2, self.width - self.date / 2),
            |(low, high), (half, before)| {
                (low.max(half + before), high.min(self.width - half + before))
            },
        )
    }

    /// Where the last name stands if it has room: above a date four 字 from the right edge.
    fn wanted(&self) -> Abs {
        let right = self.profile.signature.stamped_date_right.chars(self.cell);
        self.width - right - self.date / 2
    }
}

/// The blank rows above the first row of names: the fewest that keep the seal off the text.
pub fn rows_above(seal: Abs, profile: &Profile) -> u32 {
    let grid = profile.grid();
    rows_for((seal + grid.size) / 2, profile)
}

/// The blank rows between two rows of names whose seals keep apart.
pub(crate) fn rows_between(seal: Abs, profile: &Profile) -> u32 {
    rows_for(seal + profile.signature.seals_apart, profile)
}

/// The blank rows between two rows that are at least so far from each other.
fn rows_for(distance: Abs, profile: &Profile) -> u32 {
    let pitch = profile.grid().pitch().min(profile.docx.pitch);
    let apart = |rows: &u32| pitch * (i64::from(*rows) + 1) >= distance;
    (0..profile.page.rows).find(apart).unwrap_or(profile.page.rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of names of so many 字, and their centres on the grid.
    fn placed(names: &[i64]) -> Vec<Vec<Abs>> {
        let profile = Profile::gbt9704();
        let (grid, seal) = (profile.grid(), profile.signature.seal_diameter);
        let (cell, width) = (grid.cell(), grid.body.width);
        let room = SealRoom { date: cell * 8, seal, cell, width, profile };
        let names: Vec<_> = names.iter().map(|count| cell * *count).collect();
        let rows = room.rows(&names);
        let mut centers = room.centers(&names, &rows).into_iter();
        rows.iter().map(|&count| centers.by_ref().take(count).collect()).collect()
    }

    fn counts(names: &[i64]) -> Vec<usize> {
        placed(names).iter().map(Vec::len).collect()
    }

    #[test]
    fn three_seals_stand_in_a_row_and_never_meet() {
        let profile = Profile::gbt9704();
        let (seal, width) = (profile.signature.seal_diameter, profile.page.body_width);
        for names in [&[7, 7][..], &[6, 8, 7], &[8; 7], &[8, 8, 8, 13, 9, 8, 6, 8, 7]] {
            let rows = placed(names);
            for row in &rows {
                assert!(row.windows(2).all(|two| two[1] - two[0] > seal));
                assert!(row[0] >= seal / 2 && *row.last().unwrap() <= width - seal / 2);
                assert_eq!(row.last(), rows[0].last());
            }
        }
    }

    #[test]
    fn each_row_takes_as_many_as_it_has_room_for() {
        assert_eq!(counts(&[9, 9, 9]), [2, 1]);
        assert_eq!(counts(&[13, 13, 13]), [2, 1]);
        assert_eq!(counts(&[14, 14]), [1, 1]);
        assert_eq!(counts(&[6, 6, 13, 9, 8, 6, 8]), [2, 2, 3]);
        assert_eq!(counts(&[8, 8, 8, 13, 9, 8, 6, 8, 7]), [3, 2, 3, 1]);
        assert_eq!(counts(&[11, 6, 6]), [3]);
    }

    #[test]
    fn names_stand_below_names() {
        let rows = placed(&[6, 6, 13, 9, 6, 6, 6, 6]);
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 3, 1]);
        assert_eq!(rows[0], rows[1]);
        let rows = placed(&[6, 8, 7, 8, 8]);
        assert_eq!(rows[0][1..], rows[1]);
    }

    #[test]
    fn a_seal_of_45_mm_takes_five_rows() {
        let profile = Profile::gbt9704();
        let rows = |hundredths| {
            let seal = Abs::mm100(hundredths);
            (rows_above(seal, profile), rows_between(seal, profile))
        };
        assert_eq!(rows(4_500), (2, 4));
        assert_eq!(rows(6_000), (3, 6));
        assert_eq!(rows(3_000), (1, 3));
    }
}
