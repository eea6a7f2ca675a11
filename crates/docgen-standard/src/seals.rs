//! The places of seals (7.3.5.1): as far apart as neither they nor the names below them meet.
//!
//! A seal is centred on its organ's name. The last name of a row stands above the date, four
//! 字 from the right edge; the others stand to its left in equal steps. Where a row of three
//! would leave the type area, the date gives way to the right, as little as it can.

use docgen_model::Abs;

use crate::Profile;

/// Where the names of all rows are centred, from the left edge of a type area of `width`,
/// for names of these widths, `per_row` in a row, under seals as wide as `seal`. The last row may be shorter; it ends in
/// the last column like the others.
///
/// # Errors
/// The same, for names that do not fit: the nearest that can be done.
pub fn columns(
    names: &[Abs],
    date: Abs,
    per_row: usize,
    seal: Abs,
    cell: Abs,
    width: Abs,
    profile: &Profile,
) -> Result<Vec<Abs>, Vec<Abs>> {
    let spec = &profile.signature;
    let per_row = per_row.max(1);
    // How many columns a name stands before the last.
    let before_last = |index: usize| {
        let row = names.len().saturating_sub(index / per_row * per_row).min(per_row);
        (row - 1).saturating_sub(index % per_row) as i64
    };
    let pairs = names.windows(2).enumerate().filter(|(i, _)| before_last(*i) > 0);
    let apart =
        pairs.map(|(_, two)| (two[0] + two[1]) / 2 + spec.names_apart.chars(cell));
    let least = apart.fold(seal + spec.seals_apart, Abs::max);
    let wanted = width - spec.stamped_date_right.chars(cell) - date / 2;
    let half = |name: Abs| name.max(seal) / 2;
    let even = (wanted * 2 - width) / (per_row as i64 - 1).max(1);
    let step = if per_row > 1 { least.max(even) } else { least };
    let reach = |index: usize| step * before_last(index);
    let indexed = || names.iter().copied().enumerate();
    let low = indexed().map(|(i, name)| half(name) + reach(i)).fold(date / 2, Abs::max);
    let high = indexed()
        .map(|(i, name)| width - half(name) + reach(i))
        .fold(width - date / 2, Abs::min);
    let last = wanted.max(low).min(high);
    let centers = (0..names.len()).map(|index| last - reach(index)).collect();
    if low <= high { Ok(centers) } else { Err(centers) }
}

/// The blank rows above the first row of names: the fewest that keep the seal off the text.
pub(crate) fn rows_above(seal: Abs, profile: &Profile) -> u32 {
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

    /// Names of so many 字, in rows of three at most; the centres that the grid gives.
    fn centers(names: &[i64], per_row: usize) -> Result<Vec<Abs>, Vec<Abs>> {
        let profile = Profile::gbt9704();
        let grid = profile.grid();
        let widths: Vec<_> = names.iter().map(|count| grid.cell() * *count).collect();
        let (date, seal) = (grid.cell() * 8, profile.signature.seal_diameter);
        columns(&widths, date, per_row, seal, grid.cell(), grid.body.width, profile)
    }

    #[test]
    fn three_seals_stand_in_a_row_and_never_meet() {
        let profile = Profile::gbt9704();
        let (seal, width) = (profile.signature.seal_diameter, profile.page.body_width);
        for names in [&[7, 7][..], &[6, 8, 7], &[8; 7]] {
            let found = centers(names, 3.min(names.len())).unwrap();
            for row in found.chunks(3.min(names.len())) {
                assert!(row.windows(2).all(|two| two[1] - two[0] > seal));
                assert!(row[0] >= seal / 2 && *row.last().unwrap() <= width - seal / 2);
                assert_eq!(row.last(), found.last());
            }
        }
    }

    #[test]
    fn long_names_leave_room_for_fewer() {
        assert!(centers(&[9, 9, 9], 3).is_err());
        assert!(centers(&[13, 13, 13], 2).is_ok());
        assert!(centers(&[14, 14], 2).is_err());
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
