//! How much a document holds: a run is bounded in time and memory, whatever it is given.
//!
//! Each limit is far beyond any official document; `docs/LIMITS.md` lists them all. The first
//! thing beyond a limit is told and the rest left out, so the document has no output.

use docgen_model::{Code, Diagnostic, Span};

use super::Context;
use crate::report::both;
use crate::{MAX_CELLS, MAX_FILE_BYTES, MAX_PARAGRAPHS};

/// What has been read of each kind.
#[derive(Debug, Default)]
pub(super) struct Spent([usize; 3]);

/// What is counted over a whole document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ware {
    FileBytes,
    Paragraphs,
    Cells,
}

impl Ware {
    const fn limit(self) -> usize {
        match self {
            Self::FileBytes => MAX_FILE_BYTES,
            Self::Paragraphs => MAX_PARAGRAPHS,
            Self::Cells => MAX_CELLS,
        }
    }

    fn refusal(self, at: Span) -> Diagnostic {
        let limit = self.limit();
        let (zh, en) = match self {
            Self::FileBytes => {
                let limit = limit >> 20;
                (
                    format!("引用的文字文件合计超过 {limit} MB"),
                    format!("the texts in other files have more than {limit} MB"),
                )
            }
            Self::Paragraphs => (
                format!("段落太多：最多 {limit} 段"),
                format!("too many paragraphs: at most {limit}"),
            ),
            Self::Cells => (
                format!("表格太大：一份公文最多 {limit} 格"),
                format!("the tables are too large: at most {limit} cells a document"),
            ),
        };
        Diagnostic::error(Code::Budget, at, both(zh, en))
            .hint(both("把内容拆成几个文件", "split the content into several files"))
    }
}

impl Context<'_> {
    /// Whether `more` of a ware may be read; the first time that it may not is told.
    pub(super) fn spend(&mut self, ware: Ware, more: usize, at: Span) -> bool {
        let Some(spent) = self.spent.0.get_mut(ware as usize) else { return false };
        let before = std::mem::replace(spent, spent.saturating_add(more));
        let fits = *spent <= ware.limit();
        if !fits && before <= ware.limit() {
            self.push(ware.refusal(at));
        }
        fits
    }
}
