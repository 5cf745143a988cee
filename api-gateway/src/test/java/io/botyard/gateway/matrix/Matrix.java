package io.botyard.gateway.matrix;

import java.util.List;

/**
 * The table. Columns are {@link Column}s; a path's ids are those of the user of the second column. What needs no row is
 * said in {@link MatrixTest}.
 */
final class Matrix {

    private static final String TABLE = """
                                                           nobody user other read send manage admin superadmin adminkey expired out suspended lapsed revoked barred
            POST   /api/auth/register                          201  201   201  201  201    201   201        201      201     201 201       201    201     201    201
            POST   /api/auth/login                             200  200   200  200  200    200   200        200      200     200 200       403    200     200    403
            POST   /api/auth/refresh                           200  200   200  200  200    200   200        200      200     200 200       403    200     200    403
            POST   /api/auth/logout                            204  204   204  204  204    204   204        204      204     204 204       204    204     204    204
            GET    /api/auth/me                                401  200   200  403  403    403   200        200      403     401 401       403    401     401    403
            PATCH  /api/auth/me                                401  200   200  403  403    403   200        200      403     401 401       403    401     401    403
            POST   /api/auth/password                          401  204   204  403  403    403   204        204      403     401 401       403    401     401    403
            POST   /api/auth/password/reset                    204  204   204  204  204    204   204        204      204     204 204       204    204     204    204
            GET    /api/auth/sessions                          401  200   200  403  403    403   200        200      403     401 401       403    401     401    403
            DELETE /api/auth/sessions/{id}                     401  204   404  403  403    403   404        404      403     401 401       403    401     401    403
            POST   /api/auth/api-keys                          401  201   201  403  403    403   201        201      403     401 401       403    401     401    403
            GET    /api/auth/api-keys                          401  200   200  403  403    403   200        200      403     401 401       403    401     401    403
            DELETE /api/auth/api-keys/{id}                     401  204   404  403  403    403   404        404      403     401 401       403    401     401    403
            GET    /.well-known/jwks.json                      200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /api/about                                  200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /problems/{code}                            200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /v3/api-docs                                200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /v3/api-docs.yaml                           200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /v3/api-docs/swagger-config                 200  200   200  200  200    200   200        200      200     200 200       200    200     200    200
            GET    /docs                                       302  302   302  302  302    302   302        302      302     302 302       302    302     302    302
            POST   /api/user-bot/create                        401  201   201  403  403    201   201        201      201     401 401       403    401     401    403
            GET    /api/user-bot/status                        401  200   200  200  403    403   200        200      200     401 401       403    401     401    403
            POST   /api/user-bot/verify                        401  200   200  403  403    200   200        200      200     401 401       403    401     401    403
            PUT    /api/user-bot/token                         401  200   200  403  403    200   200        200      200     401 401       403    401     401    403
            PATCH  /api/user-bot/rate-limits                   401  200   200  403  403    200   200        200      200     401 401       403    401     401    403
            DELETE /api/user-bot/remove                        401  200   200  403  403    200   200        200      200     401 401       403    401     401    403
            POST   /api/user-bot/messages                      401  202   202  403  202    403   202        202      202     401 401       403    401     401    403
            POST   /api/user-bot/methods/{method}              401  202   202  403  202    403   202        202      202     401 401       403    401     401    403
            GET    /api/user-bot/operations                    401  200   200  200  403    403   200        200      200     401 401       403    401     401    403
            GET    /api/operations/{id}                        401  200   404  200  403    403   200        200      404     401 401       403    401     401    403
            GET    /api/live                                   400  400   400  400  400    400   400        400      400     400 400       400    400     400    400
            GET    /api/admin/bots/list                        401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/bots/{user_id}/status            401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            POST   /api/admin/bots/{user_id}/access            401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            PATCH  /api/admin/bots/{user_id}/suspend           401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            PATCH  /api/admin/bots/{user_id}/activate          401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            PATCH  /api/admin/bots/{user_id}/rate-limit        401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            POST   /api/admin/bots/{user_id}/verify            401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            DELETE /api/admin/bots/{user_id}                   401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/audit                            401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/audit/verify                     401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/audit/export                     401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/activity                         401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/health                           401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/fleet                            401  403   403  403  403    403   200        200      403     401 401       403    401     401    403
            GET    /api/admin/users                            401  403   403  403  403    403   403        200      403     401 401       403    401     401    403
            GET    /api/admin/users/{id}                       401  403   403  403  403    403   403        200      403     401 401       403    401     401    403
            PATCH  /api/admin/users/{id}                       401  403   403  403  403    403   403        200      403     401 401       403    401     401    403
            DELETE /api/admin/users/{id}                       401  403   403  403  403    403   403        204      403     401 401       403    401     401    403
            POST   /api/admin/users/{id}/password-reset        401  403   403  403  403    403   403        201      403     401 401       403    401     401    403
            GET    /api/admin/keys                             401  403   403  403  403    403   403        200      403     401 401       403    401     401    403
            POST   /api/admin/keys/rotate                      401  403   403  403  403    403   403        202      403     401 401       403    401     401    403
            """;

    private Matrix() {}

    static List<Row> rows() {
        return TABLE.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(Row::of)
                .toList();
    }

    static String heading() {
        return TABLE.lines().findFirst().orElseThrow();
    }
}
