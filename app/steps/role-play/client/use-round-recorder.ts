import { type Recorder, useRecorder } from "~/platform/recording";
import type { UploadStatus } from "~/platform/uploads";
import { roundRecordingPath } from "../paths";
import type { RoundScreen } from "../round-screen";

/** Records a round. Stops with the conversation, and when somebody says no. */
export function useRoundRecorder({ roundId, state, consent }: RoundScreen, onChange: () => void): Recorder {
  return useRecorder({
    subject: roundId,
    begin: async (extension) => {
      const response = await post(roundId, { name: `${roundId}.${extension}` }).catch(() => null);
      return response?.ok ? ((await response.json()) as UploadStatus) : { code: "refused" };
    },
    stopped: (uploadId) => void post(roundId, { stopped: uploadId }).catch(() => undefined),
    begun: onChange,
    onSettled: onChange,
    mayGoOn: state === "running" && consent.state !== "refused",
  });
}

function post(roundId: string, body: object): Promise<Response> {
  return fetch(roundRecordingPath(roundId), { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(body), credentials: "same-origin" });
}
