/** The parts of a `multipart/form-data` body by name. @throws when the boundary is missing */
export const parseMultipart = (body: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType)
  if (!boundary) throw new Error('the multipart body names no boundary')
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`)
  const parts = new Map<string, Buffer>()
  // Within a part the mark may stand anywhere but at the beginning of a line.
  const end = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`)
  for (let start = body.indexOf(mark); start >= 0;) {
    const next = body.indexOf(end, start + mark.length) + 2
    if (next < 2) break
    // Between the marks: line end, headers, empty line, content, line end.
    const part = body.subarray(start + mark.length + 2, next - 2)
    const gap = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/i.exec(part.subarray(0, gap).toString())?.[1]
    if (gap >= 0 && name !== undefined) parts.set(name, part.subarray(gap + 4))
    start = next
  }
  return parts
}
