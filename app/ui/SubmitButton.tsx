import { useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "./Button";

/**
 * The button that sends a form. Shows by itself that the form is on its way, told apart by `name`/`value`
 * (`name="intent" value="publish"`) where a page has several.
 */
export function SubmitButton({ variant = "primary", ...props }: Omit<ButtonProps, "type">) {
  const { state, formData } = useNavigation();
  const mine = props.name === undefined || formData?.get(props.name) === String(props.value ?? "");
  return <Button {...props} variant={variant} type="submit" pending={props.pending ?? (state !== "idle" && formData !== undefined && mine)} />;
}
