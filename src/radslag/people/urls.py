"""The addresses of sign-in, of what is one's own, and of the authority's accounts."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path

from radslag.people.views import accounts, mine, seats

urlpatterns = [
    path("konto/logga-in/", account.login, name="account_login"),
    path("konto/logga-ut/", account.logout, name="account_logout"),
    path("konto/stangt/", account.account_inactive, name="account_inactive"),
    path("konto/bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("konto/losenord/", account.password_change, name="account_change_password"),
    path("konto/losenord/nytt/", account.password_set, name="account_set_password"),
    path("konto/tvasteg/", mfa.index, name="mfa_index"),
    path("konto/tvasteg/kod/", mfa.authenticate, name="mfa_authenticate"),
    path("konto/tvasteg/bekrafta/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("konto/tvasteg/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("konto/tvasteg/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/reservkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("konto/reservkoder/nya/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("konto/reservkoder/fil/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("konto/nycklar/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("konto/nycklar/ny/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("konto/nycklar/logga-in/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("konto/nycklar/bekrafta/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("konto/nycklar/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("konto/nycklar/<int:pk>/ta-bort/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("mitt/", mine.mine, name="mine"),
    path("mitt/enhet/", mine.take_over, name="take_over"),
    path("mitt/utseende/", mine.choose_theme, name="choose_theme"),
    path("konton/<uuid:owner>/", accounts.accounts, name="accounts"),
    path("konton/<uuid:owner>/nytt/", accounts.new_account, name="new_account"),
    path("konton/<uuid:owner>/oppnat/", accounts.openings, name="openings"),
    path("konton/<uuid:owner>/oppnat/<uuid:body>/", accounts.openings, name="openings_of_body"),
    path("konton/<uuid:owner>/<uuid:person>/", accounts.account, name="account"),
    path("konton/<uuid:owner>/<uuid:person>/oppet/", accounts.set_active, name="set_active"),
    path("konton/<uuid:owner>/<uuid:person>/losenord/", accounts.new_password, name="new_password"),
    path("konton/<uuid:owner>/<uuid:person>/uppdrag/<uuid:office>/", accounts.end_office, name="end_office"),
    path("demo/", seats.seats, name="demo"),
    path("demo/styr/", seats.control, name="demo_control"),
    path("demo/in/<slug:slug>/", seats.sit_down, name="sit_down"),
]
