//! A packed file holds the same objects as the plain one.

use lopdf::xref::XrefEntry;

use super::*;

/// A document of more objects than one stream takes.
fn long() -> PagedDocument {
    let mut document = sample();
    let pages = document.pages.clone();
    for _ in 0..120 {
        document.pages.extend(pages.iter().cloned());
    }
    document
}

/// The plain file, as PDF/A-1 keeps it, and the same packed.
fn both() -> [Vec<u8>; 2] {
    let plain = bytes(&long(), PdfStandard::A1b);
    let mut packed = plain.clone();
    crate::packed::pack(&mut packed).unwrap();
    [plain, packed]
}

#[test]
fn every_object_is_the_same() {
    let [plain, packed] = both().map(|bytes| lopdf::Document::load_mem(&bytes).unwrap());
    assert!(plain.objects.len() > 500, "{}", plain.objects.len());
    for (id, object) in &plain.objects {
        assert_eq!(packed.objects.get(id), Some(object), "{id:?}");
    }
    for key in [b"Root".as_slice(), b"Info", b"ID"] {
        assert_eq!(packed.trailer.get(key).unwrap(), plain.trailer.get(key).unwrap());
    }
}

#[test]
fn streams_stay_plain_and_all_else_is_packed_in_groups() {
    let [plain, packed] = both();
    assert!(packed.len() < plain.len() * 9 / 10);
    let read = lopdf::Document::load_mem(&packed).unwrap();
    let mut groups = std::collections::BTreeMap::<u32, usize>::new();
    for (&number, entry) in &read.reference_table.entries {
        match *entry {
            XrefEntry::Normal { offset, .. } => {
                let start = format!("{number} 0 obj\n<<");
                assert!(
                    packed[offset as usize..].starts_with(start.as_bytes()),
                    "{start}"
                );
            }
            XrefEntry::Compressed { container, .. } => {
                *groups.entry(container).or_default() += 1;
                assert!(!matches!(read.objects[&(number, 0)], Object::Stream(_)));
            }
            _ => {}
        }
    }
    assert!(groups.len() > 2 && groups.values().all(|&objects| objects <= 200));
    let kept = read.objects.values().filter(|object| matches!(object, Object::Stream(_)));
    assert!(kept.count() > 3);
}

#[test]
fn what_is_no_file_of_krilla_is_refused() {
    let mut odd = b"%PDF-1.7\nxref\n0 9\nstartxref\n9\n%%EOF".to_vec();
    assert!(crate::packed::pack(&mut odd).is_err());
    let mut none = Vec::new();
    assert!(crate::packed::pack(&mut none).is_err());
    let mut beyond =
        b"%PDF-1.7\nxref\n0 1\n0000000099 00000 n\r\nstartxref\n9\n%%EOF".to_vec();
    assert!(crate::packed::pack(&mut beyond).is_err());
}

#[test]
fn data_that_end_in_0x0d_are_not_taken_for_a_line_end() {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 3\n0000000000 65535 f\r\n".to_owned();
    for object in ["1 0 obj\n<</Length 2>>\nstream\na\r\nendstream", "2 0 obj\n<<>>"] {
        table += &format!("{:010} 00000 n\r\n", file.len());
        file.extend_from_slice(object.as_bytes());
        file.extend_from_slice(b"\nendobj\n\n");
    }
    let start = file.len();
    table += &format!("trailer\n<</Size 3/Root 2 0 R>>\nstartxref\n{start}\n%%EOF");
    file.extend_from_slice(table.as_bytes());
    crate::packed::pack(&mut file).unwrap();
    let wanted = b"stream\na\r\r\nendstream\nendobj\n";
    assert!(file.windows(wanted.len()).any(|bytes| bytes == wanted));
    let read = lopdf::Document::load_mem(&file).unwrap();
    assert_eq!(read.objects[&(1, 0)].as_stream().unwrap().content, b"a\r");
}
