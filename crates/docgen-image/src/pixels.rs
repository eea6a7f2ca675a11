//! The pixels of a picture, for an output that cannot take the file as it is.

use docgen_model::{Image, ImageKind};

use crate::{jpeg, png};

/// Pixels row by row, eight bits a channel.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green and blue of each pixel; one value of grey each if `grey`.
    pub color: Vec<u8>,
    /// Whether there is one value of grey for each pixel.
    pub grey: bool,
    /// How opaque each pixel is; none if all are.
    pub alpha: Option<Vec<u8>>,
}

impl Pixels {
    /// Channels of colour.
    pub fn channels(&self) -> usize {
        if self.grey { 1 } else { 3 }
    }

    /// The same before a white sheet, nothing shining through.
    #[must_use]
    pub fn on_white(mut self) -> Self {
        let Some(alpha) = self.alpha.take() else { return self };
        let channels = self.channels();
        for (pixel, &alpha) in self.color.chunks_exact_mut(channels).zip(&alpha) {
            let alpha = u32::from(alpha);
            for value in pixel {
                let mixed = u32::from(*value) * alpha + 255 * (255 - alpha) + 127;
                *value = u8::try_from(mixed / 255).unwrap_or(u8::MAX);
            }
        }
        self
    }

    /// Whether the ink, all that is neither clear nor nearly white, is red on the whole.
    pub fn is_red(&self) -> bool {
        let alpha =
            |index| self.alpha.as_ref().map_or(255, |alpha: &Vec<u8>| alpha[index]);
        let (mut red, mut rest) = (0_u64, 0_u64);
        for (index, pixel) in self.color.chunks_exact(self.channels()).enumerate() {
            if let [r, g, b] = *pixel
                && alpha(index) > 127
                && r.min(g).min(b) < 200
            {
                red += u64::from(r);
                rest += u64::from(g.max(b));
            }
        }
        red > 2 * rest
    }
}

/// The pixels of a picture that [`read`](crate::read) gave; none of any other.
pub fn pixels(image: &Image) -> Option<Pixels> {
    match image.kind {
        ImageKind::Png => png::decode(&image.bytes).ok().map(|(pixels, _)| pixels),
        ImageKind::Jpeg => jpeg::decode(&image.bytes).ok().map(|(pixels, _)| pixels),
    }
}
