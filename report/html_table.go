package report

func (h *html) table(t table) {
	h.close()
	h.cells, h.at, h.inRow = t.columns, 0, false
	h.put("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + t.id + "\">\n<table>\n<caption id=\"" + t.id + "\">")
	h.text(t.caption)
	h.put("</caption>\n<thead><tr>")
	for _, c := range t.columns {
		h.put("<th scope=\"col\"" + columnClass[c.kind] + ">")
		h.text(c.title)
		h.put("</th>")
	}
	h.put("</tr></thead>\n<tbody>\n")
}

// columnClass is the class attribute of the cells of each kind of column.
var columnClass = [...]string{
	textColumn: "", nameColumn: " class=\"name\"", codeColumn: " class=\"code\"", numberColumn: " class=\"number\"", levelColumn: " class=\"level\"",
	shortColumn: " class=\"short\"",
}

func (h *html) row(id string) {
	h.endRow()
	if id == "" {
		h.put("<tr>")
	} else {
		h.put("<tr id=\"" + id + "\">")
	}
	h.inRow = true
}

func (h *html) endRow() {
	h.close()
	if h.inRow {
		h.put("</tr>\n")
	}
	h.at, h.inRow = 0, false
}

func (h *html) cell() {
	h.close()
	kind := h.cells[min(h.at, len(h.cells)-1)].kind
	h.at++
	if kind == nameColumn || kind == codeColumn {
		h.put("<th scope=\"row\"" + columnClass[kind] + ">")
		h.block = "</th>"
		return
	}
	h.put("<td" + columnClass[kind] + ">")
	h.block = "</td>"
}

func (h *html) endTable() {
	h.endRow()
	h.put("</tbody>\n</table>\n</div>\n")
}
