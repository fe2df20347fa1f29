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
esac
