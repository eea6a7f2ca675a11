"""R100: metadata of the PDF (digest §7.3). Whether it is PDF/A is judged by `xtask readers`."""
from source import as_list, get, plain
from verdict import measures, true


@measures("R100", "archive")
def metadata(paper):
    import pymupdf

    with pymupdf.open(paper.path) as document:
        xmp = document.get_xml_metadata()
    yield true("PDF/A is named", "pdfaid:part" in xmp or "pdfaid:part=" in xmp)
    title = "".join(as_list(get(paper.top, "title", "")))
    yield true("the title is in dc:title", plain(title) in plain(xmp))
    for issuer in paper.issuers:
        yield true(f"{issuer} is in dc:creator", issuer in xmp)
    number = get(paper.head, "number")
    if number:
        yield true("the 发文字号 is in the XMP", plain(number) in plain(xmp))
    for key in ("secrecy", "urgency"):
        value = get(paper.head, key)
        if value:
            yield true(f"{value} is in the XMP", value in xmp)
