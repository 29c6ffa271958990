/** The door of the marking room for pure things and components. */
export * from "./item";
export * from "./filter";
export * from "./paths";
export * from "./rubric";
