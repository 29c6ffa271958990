/** Recording in the page: the device's microphone and camera, sent as an upload while it goes on (`~/platform/uploads`). */
export { type RecordingKind } from "./media";
export { type Recorder, type RecorderOptions, useRecorder } from "./use-recorder";
