# Bash completion of thresher: options, captures, and names of fields inside display filters.
_thresher_field() {
    local before=${1%"${1##*[^A-Za-z0-9_.]}"} last=${1##*[^A-Za-z0-9_.]} name
    [ -n "$last" ] || return
    while IFS=$'\t' read -r name _; do
        COMPREPLY+=("$before$name")
    done < <(thresher filter --complete "$last" | head -n 200)
    compopt -o nospace 2>/dev/null
}

_thresher() {
    local now=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    -Y | --display-filter | -R | --read-filter | -e | --explain | --complete) _thresher_field "$now" ;;
    -T) mapfile -t COMPREPLY < <(compgen -W 'text tabs fields pdml psml json jsonraw ek' -- "$now") ;;
    -t) mapfile -t COMPREPLY < <(compgen -W 'a ad adoy d dd e r u ud udoy' -- "$now") ;;
    -r | -w | --read-file | -H) mapfile -t COMPREPLY < <(compgen -f -- "$now") ;;
    *)
        if [[ $now == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W '-r -Y -R -2 -c -n -N -d -o -T -V -O -P -x -e -E -j -J -t -u -w -F -q -l -G
                --color --no-duplicate-keys --hexdump --compress-type --enable-protocol --disable-protocol --help
                --version' -- "$now")
        else
            mapfile -t COMPREPLY < <(compgen -f -- "$now")
        fi
        ;;
    esac
}
complete -F _thresher thresher
