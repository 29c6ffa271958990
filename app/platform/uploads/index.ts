/** The door of uploads for pages and pure code; server code goes through `index.server.ts`. */
export * from "./upload";
export { sha256Of, wholeChecksum } from "./checksum";
export { chunkPath, finishPath, statusPath, uploadPath } from "./paths";
export { canUpload, type Kept, type SenderOptions, sendFile, type SendProgress, UploadSender } from "./client/upload-sender";
export { type ChunkOutcome, httpUploadTransport, type UploadTransport } from "./client/upload-transport";
