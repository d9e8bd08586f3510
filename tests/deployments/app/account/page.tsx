export { Account as default } from "../../components/account.tsx";
