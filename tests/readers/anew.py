"""目录 made anew by LibreOffice, as a clerk does who has changed the text: a macro opens the DOCX,
updates its indexes and writes a PDF.
"""
from xml.sax.saxutils import escape

import office

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD ' \
       'OfficeDocument 1.0//EN" "{1}.dtd">\n'
LIBRARY = HEAD.format("library:library", "library") + """
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element
 library:name="Contents"/></library:library>
"""
MODULE = HEAD.format("script:module", "module") + """
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Contents"
 script:language="StarBasic">{}</script:module>
"""
MACRO = """
Sub Anew(given As String, written As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim pdf(0) As New com.sun.star.beans.PropertyValue
  pdf(0).Name = "FilterName"
  pdf(0).Value = "writer_pdf_Export"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(given), "_blank", 0, hidden())
  indexes = document.getDocumentIndexes()
  For index = 0 To indexes.getCount() - 1
    indexes.getByIndex(index).update()
  Next
  document.storeToURL(ConvertToURL(written), pdf())
  document.close(True)
  StarDesktop.terminate()
End Sub
"""


def make(standins, document, written):
    """Writes the PDF; says so if there is none. The profile must have been used before:
    LibreOffice overwrites the macros of a fresh one."""
    basic = standins / "profile/user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Contents.xba").write_text(MODULE.format(escape(MACRO)), encoding="utf-8")
    written.parent.mkdir(parents=True, exist_ok=True)
    written.unlink(missing_ok=True)
    call = f'macro:///Standard.Contents.Anew("{document.resolve()}","{written.resolve()}")'
    office.soffice(standins, call)
    if not written.exists():
        yield f"LibreOffice writes no {written.name}"
