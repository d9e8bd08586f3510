import { EnterForm } from "@/components/enter-form";

export default function EnterPage() {
  return (
    <>
      <h1>Enter</h1>
      <EnterForm />
    </>
  );
}
