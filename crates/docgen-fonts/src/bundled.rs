//! Faces that come with docgen.

use docgen_model::FontRole;

use crate::FaceData;

/// A face that comes with docgen.
#[derive(Clone)]
pub struct BundledFace {
    /// The class that it serves.
    pub role: FontRole,
    /// One file with one font; of a collection the first font counts.
    pub data: FaceData,
    /// What `docgen-frozen` made of it, if it did: for those who embed it.
    pub frozen: Option<&'static [u8]>,
}

impl From<(FontRole, FaceData)> for BundledFace {
    fn from((role, data): (FontRole, FaceData)) -> Self {
        Self { role, data, frozen: None }
    }
}
