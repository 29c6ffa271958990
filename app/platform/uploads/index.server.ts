/** The door of uploads for routes' and rooms' server code. */
export { type BeginError, beginUpload, type UploadPlan } from "./begin-upload.server";
export { type ChunkError, type ChunkInput, putChunk } from "./put-chunk.server";
export { type CompleteUpload, type FinishError, finishUpload } from "./finish-upload.server";
export { storeUpload } from "./store-upload.server";
export { uploadStatus } from "./upload-status.server";
export { type OpenUpload, openUpload, type UploadSummary, uploadsOf } from "./open-upload.server";
export { deleteDueUploads, deleteUpload } from "./delete-uploads.server";
export { uploadResponse } from "./upload-response.server";
