//! Just enough of Rust's lexis to tell code from comments, texts and tests.
//!
//! [`Source::new`] walks a file once and writes two copies of it with the same lines and
//! columns (in characters): in `code` the comments and the insides of texts are blank, in
//! `comments` everything else is. Items under `#[cfg(test)]` are then blank in both.

/// A Rust file, taken apart.
pub(super) struct Source {
    /// Comments, texts and tests blanked.
    pub(super) code: String,
    /// Everything but the comments outside tests blanked.
    pub(super) comments: String,
}

impl Source {
    /// Takes `text` apart.
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let (mut code, mut comments) = (vec![], vec![]);
        let mut at = 0;
        while at < chars.len() {
            let (kind, end) = token(&chars, at);
            for &c in &chars[at..end] {
                let blank = if c == '\n' { '\n' } else { ' ' };
                code.push(if kind == Token::Code { c } else { blank });
                comments.push(if kind == Token::Comment { c } else { blank });
            }
            at = end;
        }
        for range in tests(&code) {
            for at in range.filter(|&at| chars[at] != '\n') {
                code[at] = ' ';
                comments[at] = ' ';
            }
        }
        Self {
            code: code.into_iter().collect(),
            comments: comments.into_iter().collect(),
        }
    }
}

/// The line, from 1, of the byte `at`.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}

/// The index just past the item that begins at `from`: past its closing `}` or its `;`.
pub(super) fn end_of_item(code: &[char], from: usize) -> usize {
    let mut depth = 0;
    for (at, &c) in code.iter().enumerate().skip(from) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth <= 0 && (c == '}' || c == ';') {
            return at + 1;
        }
    }
    code.len()
}

#[derive(PartialEq)]
enum Token {
    Code,
    Comment,
    Text,
}

/// The kind and the end of the token that begins at `at`. A text's quotes belong to it.
fn token(chars: &[char], at: usize) -> (Token, usize) {
    let rest = &chars[at..];
    let starts = |with: &str| rest.iter().copied().take(with.len()).eq(with.chars());
    let previous = at.checked_sub(1).map_or(' ', |before| chars[before]);
    let in_word = previous.is_alphanumeric() || previous == '_';
    if starts("//") {
        let length = rest.iter().position(|&c| c == '\n').unwrap_or(rest.len());
        (Token::Comment, at + length)
    } else if starts("/*") {
        (Token::Comment, end_of_block_comment(chars, at))
    } else if starts("\"") {
        (Token::Text, end_of_string(chars, at + 1))
    } else if !in_word
        && (starts("r\"") || starts("r#") || starts("br\"") || starts("br#"))
    {
        raw_string(chars, at).unwrap_or((Token::Code, at + 1))
    } else if starts("'") && (starts("'\\") || rest.get(2) == Some(&'\'')) {
        let tail = rest.iter().skip(3).position(|&c| c == '\'');
        let end = if starts("'\\") { tail.map_or(rest.len(), |n| n + 4) } else { 3 };
        (Token::Text, at + end)
    } else {
        (Token::Code, at + 1)
    }
}

fn end_of_block_comment(chars: &[char], at: usize) -> usize {
    let (mut depth, mut at) = (0, at);
    while at + 1 < chars.len() {
        match [chars[at], chars[at + 1]] {
            ['/', '*'] => depth += 1,
            ['*', '/'] if depth == 1 => return at + 2,
            ['*', '/'] => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
    }
    chars.len()
}

fn end_of_string(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() {
        match chars[at] {
            '"' => return at + 1,
            '\\' => at += 2,
            _ => at += 1,
        }
    }
    chars.len()
}

/// A raw string, unless it is a raw name such as `r#type`.
fn raw_string(chars: &[char], at: usize) -> Option<(Token, usize)> {
    let r = at + chars[at..].iter().position(|&c| c == 'r')?;
    let hashes = chars[r + 1..].iter().take_while(|&&c| c == '#').count();
    let first = r + 1 + hashes;
    (chars.get(first) == Some(&'"')).then_some(())?;
    let closes = |at: &usize| {
        chars[*at] == '"'
            && chars[at + 1..].iter().take_while(|&&c| c == '#').count() >= hashes
    };
    let end = (first + 1..chars.len()).find(closes).map_or(chars.len(), |end| end + 1);
    Some((Token::Text, (end + hashes).min(chars.len())))
}

/// Where the items under `#[cfg(test)]` stand.
fn tests(code: &[char]) -> Vec<std::ops::Range<usize>> {
    let mark: Vec<char> = "#[cfg(test)]".chars().collect();
    let mut ranges = vec![];
    let mut at = 0;
    while at < code.len() {
        if code[at..].starts_with(&mark) {
            let end = end_of_item(code, at + mark.len());
            ranges.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_no_code() {
        let source =
            Source::new("let a = \"x // y\"; // z\n/* é /* b */ */ 'c' 'a: r#\"\"q\"#");
        assert_eq!(
            source.code.trim_end(),
            "let a =         ;     \n                    'a:"
        );
        assert!(source.comments.contains("// z"));
        assert!(source.comments.contains("/* é /* b */ */"));
        assert!(!source.comments.contains('y'));
    }

    #[test]
    fn escapes_do_not_end_a_text() {
        let source = Source::new(r#"f("\"unwrap()", '\'', '"', '\u{22}') + 1"#);
        assert!(!source.code.contains("unwrap"));
        assert!(source.code.ends_with("+ 1"));
    }

    #[test]
    fn tests_are_blank() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() { c }\n}\nfn d() {}\n";
        let source = Source::new(text);
        assert!(source.code.contains("fn a") && source.code.contains("fn d"));
        assert!(!source.code.contains("fn b"));
        assert_eq!(source.code.matches('\n').count(), text.matches('\n').count());
        let source = Source::new("#[cfg(test)]\nmod tests;\nfn d() {}");
        assert!(source.code.contains("fn d"));
    }
}
