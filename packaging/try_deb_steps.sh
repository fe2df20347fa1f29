#!/bin/sh
# What the user of the clean system does, run as that user by try_deb.py.
set -eu
cd "$HOME"
mkdir -p -m 700 .run
visit() {
    shadow-app visit list --json | sed -n 's/.*"number": *"\([^"]*\)".*/\1/p' | head -n 1
}
case "$1" in
prepare)
    shadow-app init --name "Asha Verma" --team "Service desk" --no-keyring
    printf 'organisation,unit,site,role,headcount\nHarbour Parcels,Hub,Harbour depot,Parcel sorter,12\n' > sites.csv
    printf 'name,aliases\nHandheld scanning,scanning\n' > catalogue.csv
    shadow-app import sites sites.csv
    shadow-app import catalogue catalogue.csv
    shadow-app visit new --site "Harbour depot" --role "Parcel sorter" --start
    ;;
window)
    exec shadow-app
    ;;
look)
    shadow-app visit show "$(visit)" | grep -q "Scanner freezes at the dock"
    ;;
print)
    shadow-app visit show "$(visit)"
    shadow-app report visit "$(visit)" --out report.pdf
    head -c 5 report.pdf | grep -q "%PDF-"
    ls -l report.pdf
    ;;
desktop)
    # What bash really completes: its own loader finds the file, and the function in it is asked.
    bash -eu -c '
        set +u; . /usr/share/bash-completion/bash_completion
        if declare -F _comp_load > /dev/null; then _comp_load shadow-app; else _completion_loader shadow-app || test $? = 124; fi
        complete -p shadow-app
        asked=$(complete -p shadow-app | sed "s/.*-F \([^ ]*\) .*/\1/")
        ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=(); "$asked" "$1" "${!#}" "${COMP_WORDS[-2]}"; }
        ask shadow-app vis;  printf "vis: %s\n" "${COMPREPLY[*]}";  test "${COMPREPLY[*]}" = visit
        ask shadow-app visit sh;  printf "visit sh: %s\n" "${COMPREPLY[*]}";  test "${COMPREPLY[*]}" = show
    '
    man -w shadow-app
    said=$(man --warnings=w shadow-app 2>&1 > /dev/null)
    test -z "$said" || { echo "$said"; exit 1; }
    man shadow-app | grep -q "SHADOW_PASSPHRASE"
    desktop-file-validate /usr/share/applications/shadow-app.desktop
    appstreamcli validate --no-net --explain /usr/share/metainfo/*.metainfo.xml
    shadow-app send visit.shadow
    export XDG_CURRENT_DESKTOP=GNOME
    kind=$(xdg-mime query filetype visit.shadow)
    test "$kind" = application/vnd.shadow-app.hand-over || { echo "a .shadow file is taken for $kind"; exit 1; }
    gio info -a standard::content-type visit.shadow | grep "$kind"
    test "$(xdg-mime query default "$kind")" = shadow-app.desktop
    gio mime "$kind" | grep -q shadow-app.desktop
    rm visit.shadow
    ;;
esac
