/** Whether bytes are a workbook that can be read without danger: an archive within bounds, with the parts a workbook has. */
import { inflateRawSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";

export type ZipProblem = "not-a-workbook" | "too-large";

/** Of the file, in bytes; of all parts unpacked; how many parts. A full sheet has some tens of thousands of bytes. */
export const MOST_FILE_BYTES = 1_500_000;
const MOST_UNPACKED_BYTES = 24_000_000;
const MOST_PARTS = 400;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Part {
  name: string;
  flags: number;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/**
 * Null when the bytes may be given to a reader. Every part is unpacked here within what it says of its size, so that one that
 * says less than it holds is found before anybody else unpacks it.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<ZipProblem | null> {
  if (bytes.length > MOST_FILE_BYTES) return "too-large";
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  const parts = type?.mime === XLSX || type?.mime === "application/zip" ? listParts(file) : null;
  if (!parts || !parts.some(({ name }) => name === "[Content_Types].xml") || !parts.some(({ name }) => name === "xl/workbook.xml")) return "not-a-workbook";
  if (parts.length > MOST_PARTS || parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED_BYTES) return "too-large";
  return parts.every((part) => isHonest(file, part)) ? null : "not-a-workbook";
}

/** The archive's own list of its parts; null where it is none. */
function listParts(file: Buffer): Part[] | null {
  const from = Math.max(0, file.length - END_BYTES - MOST_COMMENT);
  let end = file.length - END_BYTES;
  while (end >= from && file.readUInt32LE(end) !== END) end -= 1;
  if (end < from || end < 0) return null;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const parts: Part[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > file.length || file.readUInt32LE(at) !== CENTRAL) return null;
    const [nameBytes, extraBytes, commentBytes] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    parts.push({
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
      name: file.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
    });
    at += CENTRAL_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return parts;
}

function isHonest(file: Buffer, { flags, method, packed, unpacked, offset }: Part): boolean {
  if (flags & ENCRYPTED || (method !== STORED && method !== DEFLATED)) return false;
  if (offset + LOCAL_BYTES > file.length || file.readUInt32LE(offset) !== LOCAL) return false;
  const start = offset + LOCAL_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) return false;
  const data = file.subarray(start, start + packed);
  if (method === STORED) return packed === unpacked;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) }).length === unpacked;
  } catch {
    return false;
  }
}
