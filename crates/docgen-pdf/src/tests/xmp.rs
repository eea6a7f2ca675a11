//! What an archive asks for stands in the XMP packet, and the file around it stays whole.

use docgen_model::{Property, PropertyName};

use super::*;

fn property(name: PropertyName, values: &[&str]) -> Property {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    Property { name, values }
}

/// Values that XML would misread, one that moves offsets by thousands, and a list.
fn archived() -> PagedDocument {
    let mut document = sample();
    document.info.properties = vec![
        property(PropertyName::Kind, &["通知"]),
        property(PropertyName::Number, &["某政发〔2023〕18号"]),
        property(PropertyName::Recipients, &["甲<乙>", "丙&丁"]),
        property(PropertyName::Source, &["档案馆".repeat(2_000).as_str()]),
        property(PropertyName::Retention, &["永久"]),
        property(PropertyName::Keywords, &["档案", "整理"]),
    ];
    document
}

fn packet(pdf: &lopdf::Document) -> String {
    let metadata = get(pdf, pdf.catalog().unwrap(), &["Metadata"]).as_stream().unwrap();
    let length = metadata.dict.get(b"Length").unwrap().as_i64().unwrap();
    assert_eq!(usize::try_from(length).unwrap(), metadata.content.len());
    String::from_utf8(metadata.content.clone()).unwrap()
}

#[test]
fn the_packet_holds_the_properties_under_every_standard() {
    for standard in STANDARDS {
        let packet = packet(&read(&archived(), standard));
        assert!(
            packet.starts_with("<?xpacket begin=") && packet.ends_with("end=\"r\"?>")
        );
        for piece in [
            "<dc:identifier>某政发〔2023〕18号</dc:identifier>",
            "<dc:type><rdf:Bag><rdf:li>通知</rdf:li></rdf:Bag></dc:type>",
            "<rdf:li>甲&lt;乙&gt;</rdf:li><rdf:li>丙&amp;丁</rdf:li>",
            "<gongwen:retention>永久</gongwen:retention>",
            "<rdf:li>档案</rdf:li><rdf:li>整理</rdf:li>",
        ] {
            assert!(packet.contains(piece), "{standard:?}: no {piece}");
        }
        let described = packet.matches("<pdfaSchema:prefix>gongwen<").count();
        assert_eq!(described, usize::from(standard != PdfStandard::None), "{standard:?}");
    }
}

#[test]
fn every_object_stands_where_the_table_says() {
    for standard in STANDARDS {
        let bytes = bytes(&archived(), standard);
        let pdf = lopdf::Document::load_mem(&bytes).unwrap();
        let table = &pdf.reference_table.entries;
        assert!(table.len() > 10);
        for (number, entry) in table {
            let lopdf::xref::XrefEntry::Normal { offset, .. } = entry else { continue };
            let start = format!("{number} 0 obj");
            assert!(bytes[*offset as usize..].starts_with(start.as_bytes()), "{start}");
        }
    }
}

#[test]
fn a_file_that_is_made_otherwise_is_refused() {
    let mut odd = b"%PDF-1.7\nstartxref\n9\n%%EOF".to_vec();
    let added = crate::xmp::add(&mut odd, &archived().info.properties);
    assert!(added.is_err());
    assert!(odd.starts_with(b"%PDF-1.7\nstartxref"));
}
