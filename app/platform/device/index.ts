/** What pages need to keep work on the device first and send it until there is a receipt. Browser only, except for types. */
export { batchesOf } from "./batches";
export { deferredStorage, type DeviceStorage, type DeviceStore, localStorageStorage, memoryStorage, openDeviceStorage } from "./device-storage";
export { newId } from "./new-id";
export { retryWait } from "./timing";
export { httpTransport, isPassing, type SendOutcome, type Transport } from "./transport";
export { OpQueue, type QueueOptions, type QueueSnapshot } from "./op-queue";
