/** What Nest injects the uploaded workbooks by: the port has two adapters. */
export const UPLOADED_WORKBOOKS = Symbol('UploadedWorkbooks');
