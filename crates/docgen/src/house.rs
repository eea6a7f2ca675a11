//! A profile by name, or from a file of deviations.

use docgen_model::{Bilingual, Code, Diagnostic, Setting, Span};
use docgen_parser::{FileError, decode, settings};
use docgen_standard::{Profile, ProfileError, settings_of_toml};

use crate::export::internal;

/// A file of deviations and what was found in it.
#[derive(Debug)]
pub struct ProfileFile {
    /// Its name, as it was given.
    pub name: String,
    /// The decoded text; every span of a diagnostic points into it.
    pub source: String,
    /// Everything that is to be said about it.
    pub diagnostics: Vec<Diagnostic>,
    /// The profile; none if any diagnostic is an error.
    pub profile: Option<Profile>,
}

/// Whether a profile is named by a file: one in TOML or YAML, or a path.
pub fn is_profile_file(name: &str) -> bool {
    has_extension(name, &["toml", "yaml", "yml"]) || name.contains(['/', '\\'])
}

fn has_extension(name: &str, wanted: &[&str]) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| wanted.contains(&extension.as_str()))
}

/// Reads a file of deviations: YAML by its extension, else TOML.
pub fn profile_file(name: &str, bytes: &[u8]) -> ProfileFile {
    let file = |source, diagnostics, profile| ProfileFile {
        name: name.to_owned(),
        source,
        diagnostics,
        profile,
    };
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(mut diagnostic) => {
            diagnostic.span = Span::default();
            return file(String::new(), vec![*diagnostic], None);
        }
    };
    let (source, mut found) = (decoded.text, decoded.diagnostics);
    let (tree, read) = tree(name, &source);
    found.extend(read);
    let (profile, more) = tree.as_ref().map(Profile::of_settings).unwrap_or_default();
    found.extend(more);
    found.sort_by_key(|found| found.span.start);
    let sound = !found.iter().any(Diagnostic::is_error);
    file(source, found, profile.filter(|_| sound))
}

fn tree(name: &str, source: &str) -> (Option<Setting>, Vec<Diagnostic>) {
    if has_extension(name, &["yaml", "yml"]) {
        return settings(source);
    }
    match settings_of_toml(source) {
        Ok(tree) => (Some(tree), vec![]),
        Err(found) => (None, found),
    }
}

/// The profile that a document names at `span`, and the file that it comes from, if it does.
///
/// # Errors
/// What the document is told: no such profile, or a file that cannot be read or is wrong.
pub(crate) fn named_profile(
    name: &str,
    span: Span,
    files: &dyn Fn(&str) -> Result<Vec<u8>, FileError>,
) -> (Result<Profile, Box<Diagnostic>>, Option<ProfileFile>) {
    if !is_profile_file(name) {
        return (built_in(name, span), None);
    }
    let bytes = match files(name) {
        Ok(bytes) => bytes,
        Err(error) => return (Err(Box::new(unreadable(name, span, error))), None),
    };
    let file = profile_file(name, &bytes);
    let profile = file.profile.clone().ok_or_else(|| Box::new(wrong(name, span)));
    (profile, Some(file))
}

fn built_in(name: &str, span: Span) -> Result<Profile, Box<Diagnostic>> {
    Profile::named(name).map_err(|error| {
        Box::new(match error {
            ProfileError::Unknown(unknown) => unknown_profile(&unknown, span),
            ProfileError::Invalid(why) => internal(&why, span),
        })
    })
}

fn unknown_profile(name: &str, span: Span) -> Diagnostic {
    let known = Profile::known();
    let message = Bilingual::new(
        format!("没有名为“{name}”的版式"),
        format!("there is no profile named “{name}”"),
    );
    Diagnostic::error(Code::BadValue, span, message).hint(Bilingual::new(
        format!("可用的版式：{known}"),
        format!("known profiles: {known}"),
    ))
}

fn unreadable(name: &str, span: Span, error: FileError) -> Diagnostic {
    let (message, hint) = match error {
        FileError::Outside => (
            Bilingual::new(
                format!("版式文件“{name}”不在公文所在的文件夹里"),
                format!("the profile “{name}” is outside the folder of the document"),
            ),
            Bilingual::new(
                "把它放进公文所在的文件夹，或用 --profile 指定",
                "put it into the folder of the document, or name it by --profile",
            ),
        ),
        FileError::Unreadable(why) => (
            Bilingual::new(
                format!("不能读取版式文件“{name}”：{why}"),
                format!("cannot read the profile “{name}”: {why}"),
            ),
            Bilingual::new("请检查文件名和路径", "check its name and path"),
        ),
    };
    Diagnostic::error(Code::BadFile, span, message).hint(hint)
}

fn wrong(name: &str, span: Span) -> Diagnostic {
    let message = Bilingual::new(
        format!("版式文件“{name}”有错误，不能用"),
        format!("the profile “{name}” has errors and cannot be used"),
    );
    Diagnostic::error(Code::BadFile, span, message).hint(Bilingual::new(
        "错误列在该文件名下",
        "they are told under the name of that file",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_from_a_name() {
        assert!(is_profile_file("版式.toml") && is_profile_file("a/b"));
        assert!(is_profile_file("版式.YAML") && !is_profile_file("gbt9704-2012"));
    }

    /// Both notations say the same.
    #[test]
    fn toml_and_yaml_are_one_profile() {
        let toml =
            "name = \"甲\"\n[page]\ntop = { value = \"35mm\", reason = \"旧例\" }\n";
        let yaml = "name: 甲\npage:\n  top: {value: 35mm, reason: 旧例}\n";
        let read = |name, text: &str| {
            let file = profile_file(name, text.as_bytes());
            assert_eq!(file.diagnostics, []);
            let mut profile = file.profile.unwrap();
            profile.deviations.iter_mut().for_each(|d| d.span = Span::default());
            format!("{profile:?}")
        };
        assert_eq!(read("甲.toml", toml), read("甲.yml", yaml));
    }
}
