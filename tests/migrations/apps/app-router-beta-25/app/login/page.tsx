import { ActionForm } from "@/components/action-form";
import { LoginForm } from "@/components/login-form";

export default function LoginPage() {
  return (
    <>
      <h1>Log in</h1>
      <LoginForm />
      <ActionForm />
    </>
  );
}
